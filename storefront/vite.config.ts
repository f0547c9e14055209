import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { readConfig } from './src/lib/server/config.ts';

export default defineConfig(({ command, isPreview }) => {
	const serving = command === 'serve' && !isPreview;
	return {
		plugins: [
			tailwindcss(),
			sveltekit({
				adapter: adapter({ precompress: true }),
				// The origins of the gateway are known at run time only: hooks.server.ts adds them.
				csp: {
					mode: 'nonce',
					directives: {
						'default-src': ['self'],
						'script-src': ['self'],
						'style-src': ['self'],
						// The one style attribute there is: SvelteKit's, on what announces a navigation.
						'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
						'base-uri': ['self'],
						'object-src': ['none'],
						'frame-ancestors': ['none'],
					},
				},
			}),
		],
		...(serving ? { server: devServer() } : {}),
	};
});

function devServer() {
	const { HOST, STOREFRONT_PORT } = readConfig();
	return { host: HOST, port: STOREFRONT_PORT, strictPort: true };
}
