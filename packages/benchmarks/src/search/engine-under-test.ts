import { loadCommands } from '@infinite-blob/redis-embedded/engine/command-table';
import { Engine } from '@infinite-blob/redis-embedded/engine/engine';
import { MemoryStorage, type Storage } from '@infinite-blob/redis-embedded/storage/storage';

const commands = await loadCommands();

/** An engine in this process: what is timed is the engine alone, without sockets. */
export class EngineUnderTest {
	readonly engine: Engine;
	private received = '';
	private readonly client;

	constructor(storage: Storage = new MemoryStorage()) {
		this.engine = new Engine(commands, storage);
		const write = (data: string) => {
			this.received += data;
		};
		this.client = this.engine.connect({ address: '', write, end() {}, destroy() {} });
	}

	/** Runs commands as if they came in one piece, and commits. @throws when one is answered with an error */
	run(...batch: readonly (readonly string[])[]): string {
		this.received = '';
		for (const args of batch) this.engine.handle(this.client, args);
		if (this.engine.db.dirty) this.engine.commit();
		this.client.flush();
		if (this.received.startsWith('-')) throw new Error(`${this.received} to ${batch[0]}`);
		return this.received;
	}
}
