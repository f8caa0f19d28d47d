import { group, someGroup, text } from './xml.ts';

/**
 * Devices and addresses as `network_devices`. The schema has a device only with its IP address; which of several devices used which of
 * several addresses is not known, so they are paired only where there is one device, and told in comments otherwise.
 */
export function networkDevices(
  devices: readonly string[],
  ips: readonly string[],
): { readonly xml: string; readonly rest: readonly string[]; readonly first: string } {
  const told = [...new Set(ips)].flatMap((ip) => {
    const address = addressXml(ip);
    return address === '' ? [] : [address];
  });
  const only = devices.length === 1 && told.length > 0 && [...devices[0]!].length <= 50;
  const xml = told.map((address) =>
    group('network_device', only ? text('device_number', devices[0]!, 50) : '', address),
  );
  return {
    xml: someGroup('network_devices', ...xml),
    first: xml[0] ?? '',
    rest: [
      ...(only ? [] : devices.map((device) => `Device: ${device}`)),
      ...ips.filter((ip) => addressXml(ip) === '').map((ip) => `IP address: ${ip}`),
    ],
  };
}

const IPV4 =
  /^(?:(?:1?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])\.){3}(?:1?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])$/;

function addressXml(ip: string): string {
  if (IPV4.test(ip)) return group('ip_address', text('ipv4', ip, 15));
  const whole = wholeIpv6(ip);
  return whole === null ? '' : group('ip_address', text('ipv6', whole, 45));
}

/** The schema wants all eight groups: 2001:db8::7 is 2001:db8:0:0:0:0:0:7. Null for what is no address. */
function wholeIpv6(ip: string): string | null {
  const [head = '', tail, more] = ip.split('::');
  if (more !== undefined) return null;
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return groups.every((part) => /^[0-9A-Fa-f]{1,4}$/.test(part)) ? groups.join(':') : null;
}
