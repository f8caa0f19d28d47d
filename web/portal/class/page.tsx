import type { PageProps } from '../pages.ts';
import './class.css';
import { ClassHome } from './class-home.tsx';
import { CLASS_PAGES } from './class-places.ts';
import { DeskPage } from './desk-page.tsx';
import { PupilPage } from './pupil-page.tsx';
import { ScreenPage } from './screen-page.tsx';

/** For a teacher who opens a class, and for the pupils who come into it. */
export default function ClassPage({ place }: PageProps) {
  switch (place.parts[1]) {
    case CLASS_PAGES.join:
      return <PupilPage codeGiven={place.query.get('code') ?? ''} />;
    case CLASS_PAGES.desk:
      return <DeskPage />;
    case CLASS_PAGES.screen:
      return <ScreenPage />;
    default:
      return <ClassHome />;
  }
}
