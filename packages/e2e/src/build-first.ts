import { projectRoot } from '@infinite-blob/config/project-root';
import { build, bundles, isStale } from '@infinite-blob/launcher/build';

/** Builds what is stale once, before several shops start at a time and each would. */
export default async function buildFirst(): Promise<void> {
	for (const bundle of bundles) if (isStale(bundle, projectRoot)) await build(bundle, projectRoot);
}
