/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types, those of tests too. A build needs no more than what `npm ci --omit=dev` installs.
  typescript: { ignoreBuildErrors: true },
  // Else a lock file in some folder above would make that folder the root.
  turbopack: { root: import.meta.dirname },
};

export default config;
