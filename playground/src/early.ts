import { recall } from './memory.ts';
import { showNoServer } from './no-server.ts';
import { startWorker } from './worker.ts';

// Small, so that it runs while the editor is still loaded: the server starts, and the first text is not shown if the
// page will show another one.
startWorker(showNoServer);
document.documentElement.classList.toggle('restored', location.hash !== '' || recall() !== undefined);
