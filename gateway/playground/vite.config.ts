import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Bundles the playground for the gateway to serve at /playground, with all its styles and workers. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: '/playground/',
	// The same bundle whatever NODE_ENV the shop is started with.
	define: { 'process.env.NODE_ENV': '"production"' },
	oxc: { jsx: { runtime: 'automatic', development: false } },
	build: {
		outDir: 'dist',
		emptyOutDir: true,
		target: 'es2022',
		// The editor is one large chunk on purpose.
		chunkSizeWarningLimit: 8_000,
		reportCompressedSize: false,
		modulePreload: { polyfill: false },
		rolldownOptions: {
			onLog(level, log, report) {
				// "use client", which means nothing outside a server of React's.
				if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
			},
		},
	},
	worker: { format: 'es' },
	logLevel: 'warn',
});
