import { render } from 'preact';
import './portal.css';
import { dress } from './settings.ts';
import { App } from './shell/app.tsx';

dress();
render(<App />, document.getElementById('app')!);
