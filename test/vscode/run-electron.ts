import { runInElectron } from './electron.ts';
import { main } from './main.ts';

main('desktop', runInElectron);
