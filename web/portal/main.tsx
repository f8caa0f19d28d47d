import { render } from 'preact';
import './portal.css';
import { keepOffline } from './offline/register.ts';
import { dress } from './settings.ts';
import { App } from './shell/app.tsx';

dress();
render(<App />, document.getElementById('app')!);
keepOffline();
