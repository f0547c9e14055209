import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Bundles the playground for the gateway to serve at /playground, with all its styles and workers. */
export default defineConfig({
	root: fileURLToPath(new URL('.', import.meta.url)),
	base: '/playground/',
	// The gateway puts a fresh one in its place for each page it serves.
	html: { cspNonce: '__NONCE__' },
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
	plugins: [precompressed()],
	logLevel: 'warn',
});

/** A gzipped copy beside each part, so that the gateway need not compress while it serves. */
function precompressed(): Plugin {
	return {
		name: 'precompressed',
		apply: 'build',
		writeBundle({ dir }) {
			for (const name of readdirSync(`${dir}/assets`)) {
				const file = `${dir}/assets/${name}`;
				writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
			}
		},
	};
}
