/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types, those of tests too. A build needs no more than what `npm ci --omit=dev` installs.
  typescript: { ignoreBuildErrors: true },
  // Nothing here is an image to make smaller, and its route logs what a stranger writes into the address.
  images: { unoptimized: true },
  // Browsers ask for this address by themselves, whatever icon a page names.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // Else a lock file in some folder above would make that folder the root.
  turbopack: { root: import.meta.dirname },
};

export default config;
