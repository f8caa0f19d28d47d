import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseIbanKz } from '../domain/iban-kz.ts';
import { CHANNELS, PURPOSES } from '../domain/transfer.ts';
import { DAY_MS, DEFAULT_FROM, dayOf, isPayDate, UTC_OFFSET_MS } from './calendar.ts';
import { LOOKALIKES, SIM_TYPOLOGIES, type SimWorld } from './model.ts';
import { simulate } from './simulate.ts';
