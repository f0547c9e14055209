import type { Repository } from 'redis-om';

/** Makes the index of a repository, or makes it anew when its schema has changed. */
export async function prepareIndex(repository: Repository): Promise<void> {
	try {
		await repository.createIndex();
	} catch (error) {
		// Another replica that starts at the same moment made it.
		if (!/already exists/i.test((error as Error).message)) throw error;
	}
}
