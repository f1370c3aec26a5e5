import './first-answers.ts';
import './styles/index.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { putMemoryBack } from './memory.ts';
import { isOpenedAgain } from './which-window.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
const draw = (): void => createRoot(root).render(<App />);
if (isOpenedAgain) void putMemoryBack().finally(draw);
else draw();
