import { quote } from '../quote.ts';
import { explainReason } from '../reason.ts';
import type { Installer } from './operating-system.ts';
import type { BinaryReason, ScriptsReason } from './outcome.ts';

/** Why a node of a recorded image does what it does, as a clause: "it stays: …". */
export function explainOutcome(reason: BinaryReason | ScriptsReason | Installer): string {
  switch (reason.code) {
    case 'no-hotfix-code':
      return 'its controller has no hotfix code and never reads the file';
    case 'reports-dev':
      return 'its controller reports "dev", so it cannot compare versions';
    case 'installs-any':
      return `its controller installs any "version" without a comparison, here ${quote(reason.version)}`;
    case 'always-applied':
      return 'its controller applies delivered scripts, whatever the config says';
    case 'installed-binary-decides':
      return `the installed binary ${quote(reason.version)} decides about the scripts`;
    case 'installs':
      return `${reason.manager} installs the package`;
    case 'read-only':
      return '"/usr" is read-only, and the package installs to "/usr/bin"';
    case 'no-package-manager':
      return 'it has neither dnf nor tdnf';
    case 'unsupported-system':
      return `its controller does not support the operating system ${quote(reason.system)}`;
    case 'windows':
      return 'Windows nodes never read the config';
    case 'package-not-on-record':
      return `it is not on record whether a package for Ubuntu ${reason.release} is published`;
    case 'image-not-on-record':
      return 'the operating system of its image is not on record';
    default:
      return explainReason(reason);
  }
}
