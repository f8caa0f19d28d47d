import { isPageName } from '../pages.ts';
import { usePlace } from '../router.ts';
import { useLanguage, useSay } from '../say.ts';
import { Foot } from './foot.tsx';
import { Head } from './head.tsx';
import { Home } from './home.tsx';
import { LazyPage } from './lazy-page.tsx';
import { NoPage } from './no-page.tsx';
import { OfflineLine } from './offline-line.tsx';
import { Tabs } from './tabs.tsx';
import { SHELL } from './texts.ts';

/** What stands around every page, and the page. */
export function App() {
  const place = usePlace();
  const say = useSay();
  useLanguage();
  const [name] = place.parts;
  return (
    <>
      <a class="skip" href="#main">
        {say(SHELL.skip)}
      </a>
      <Head />
      <OfflineLine />
      <Tabs at={name} />
      <main id="main" tabindex={-1}>
        {name === undefined ? (
          <Home />
        ) : isPageName(name) ? (
          <LazyPage key={name} name={name} place={place} />
        ) : (
          <NoPage />
        )}
      </main>
      <Foot />
    </>
  );
}
