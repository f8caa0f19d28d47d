import { Icon } from '../pieces/icon.tsx';
import { useSay } from '../say.ts';
import { HOME } from './home-texts.ts';

/** A picture of what all of this is about, drawn as text; the page says the same in words, so it is silent to a screen reader. */
export function Hero() {
  const say = useSay();
  return (
    <div class="hero-chat" aria-hidden="true">
      <p class="hero-from">{say(HOME.chatFrom)}</p>
      <p class="hero-theirs">{say(HOME.chatOne)}</p>
      <p class="hero-tag">
        <Icon name="alert" size={16} />
        {say(HOME.chatTagOne)}
      </p>
      <p class="hero-theirs">{say(HOME.chatTwo)}</p>
      <p class="hero-tag">
        <Icon name="alert" size={16} />
        {say(HOME.chatTagTwo)}
      </p>
      <p class="hero-mine">
        {say(HOME.chatMine)}
        <Icon name="check" size={16} />
      </p>
    </div>
  );
}
