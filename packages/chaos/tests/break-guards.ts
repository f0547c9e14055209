import { registerHooks } from 'node:module';

/** A piece of the shop's code that is taken away as it is loaded. */
export interface BrokenGuard {
	/** How the file's address ends. */
	file: string;
	guard: string;
	instead: string;
}

// Loaded into every process of a shop by `--import`.
const broken = JSON.parse(process.env.BROKEN_GUARDS ?? '[]') as BrokenGuard[];

registerHooks({
	load(url, context, next) {
		const loaded = next(url, context);
		const here = broken.filter(({ file }) => url.endsWith(file));
		if (here.length === 0) return loaded;
		let source = String(loaded.source);
		for (const { guard, instead } of here) {
			// A guard that was reworded must not pass for one that was broken.
			if (!source.includes(guard)) throw new Error(`${url} does not contain ${guard}`);
			source = source.replace(guard, instead);
		}
		return { ...loaded, source };
	},
});
