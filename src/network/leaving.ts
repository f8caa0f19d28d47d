import { channelCode } from '../domain/transfer.ts';

const CASH_OUT = channelCode('cash_out');
const EXCHANGE = channelCode('exchange');
const ABROAD = channelCode('abroad');
const PURCHASE = channelCode('purchase');

/** Cash taken out or changed into crypto: the money leaves what accounts can show. */
export const takesOut = (channel: number): boolean => channel === CASH_OUT || channel === EXCHANGE;

/** Leaves the country or what accounts can show. */
export const leavesSystem = (channel: number): boolean => takesOut(channel) || channel === ABROAD;

export const isPurchase = (channel: number): boolean => channel === PURCHASE;
