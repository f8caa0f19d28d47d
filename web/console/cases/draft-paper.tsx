import type { JSX } from 'react';
import { blocksOf } from './markdown-blocks.ts';

/** The draft for a lawyer, which comes as Markdown of our own: headings, lists, paragraphs. */
export function DraftPaper({ text }: { text: string }): JSX.Element {
  return (
    <div className="draft">
      {blocksOf(text).map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move
        <Block key={i} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: ReturnType<typeof blocksOf>[number] }): JSX.Element {
  if (block.kind === 'heading')
    return block.level <= 2 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
  if (block.kind === 'list')
    return (
      <ul className="plain">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return <p>{block.text}</p>;
}
