import { actOnPackage, type PackageStanding } from '../../exchange/package/package-acts.ts';
import type { PackageActKind, PackageState } from '../../exchange/package/package-state.ts';
import type { Principal } from '../access/principal.ts';
import { orThrow } from '../or-throw.ts';
import { personOf } from './person.ts';

/** The state that an act leads to. Throws what `actOnPackage` refuses. */
export const mayNow = (
  standing: PackageStanding,
  act: PackageActKind,
  principal: Principal,
): PackageState => orThrow(actOnPackage(standing, act, personOf(principal)));
