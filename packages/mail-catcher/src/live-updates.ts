import type { ServerResponse } from 'node:http';
import type { Mailbox } from './mailbox.ts';

/** Tells open pages of new mail, as server-sent events. */
export class LiveUpdates implements Disposable {
	readonly #pages = new Set<ServerResponse>();
	readonly #stop: () => void;

	constructor(mailbox: Mailbox) {
		this.#stop = mailbox.onChange(() => {
			for (const page of this.#pages) page.write('data: mail\n\n');
		});
	}

	follow(page: ServerResponse): void {
		page.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		page.write('retry: 1000\n\n');
		this.#pages.add(page);
		page.on('close', () => this.#pages.delete(page));
	}

	[Symbol.dispose](): void {
		this.#stop();
		for (const page of this.#pages) page.end();
	}
}
