import { quote } from '../quote.ts';
import { explainReason } from '../reason.ts';
import type { Installer } from './operating-system.ts';
import type { BinaryReason, ScriptsReason } from './outcome.ts';

/** The reason of a recorded outcome as a clause: "stays: …". */
export function explainOutcome(reason: BinaryReason | ScriptsReason | Installer): string {
  switch (reason.code) {
    case 'no-hotfix-code':
      return 'its controller has no hotfix code and never reads the file';
    case 'reports-dev':
      return 'its controller reports "dev", so it cannot compare versions';
    case 'installs-any':
      return `its controller installs any "version" without a comparison, here ${quote(reason.version)}`;
    case 'always-applied':
      return 'its controller always applies delivered scripts';
    case 'installed-binary-decides':
      return `the installed binary ${quote(reason.version)} decides`;
    case 'installs':
      return `${reason.manager} installs the package`;
    case 'read-only':
      return '"/usr" is read-only, and the package installs to "/usr/bin"';
    case 'no-package-manager':
      return 'dnf and tdnf are missing';
    case 'unsupported-system':
      return `its controller does not support the operating system ${quote(reason.system)}`;
    case 'windows':
      return 'Windows nodes never read the config';
    case 'package-not-on-record':
      return `unknown whether a package for Ubuntu ${reason.release} is published`;
    case 'image-not-on-record':
      return 'unknown operating system of its image';
    default:
      return explainReason(reason);
  }
}
