import { canInstallPackages, installPackages } from '../../scripts/editor/apt.ts';
import { editors, isInstalled } from './editors.ts';

/** Installs the editors that are not there, as root on Debian; elsewhere they are left missing. */
export function installEditors(report: (line: string) => void): void {
  const absent = editors.filter((editor) => !isInstalled(editor));
  if (absent.length === 0 || !canInstallPackages()) return;
  const packages = absent.flatMap((editor) => editor.packages);
  report(`Installing ${packages.join(', ')} (apt-get), in which the server is tried …`);
  try {
    installPackages(packages);
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
  }
}
