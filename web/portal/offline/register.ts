/** Once the page stands and the network is free, the service worker takes everything onto the device. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => {
    // A window that keeps nothing (private browsing) goes on without.
    navigator.serviceWorker.register('/portal/worker.js', { scope: '/portal/' }).catch(() => {});
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
