import type { Viewer } from '@infinite-blob/session/viewer';

/** An open socket, as graphql-ws hands it to our hooks. As little as possible: there are thousands of them. */
export interface Connection {
	/** The other side's network address. */
	address: string;
	/** Needed until the socket has told whom it belongs to. */
	cookie: string | undefined;
	/** There from connection_init on, before which no operation is taken. */
	owner?: SocketOwner;
	close(code: number, reason: string): void;
	isClosed: boolean;
	/** Called when it is closed. */
	onClose?: () => void;
	/** When it last sent a message, in milliseconds by the process's clock. */
	activeAt: number;
	/** How many of its operations run, with mutations that go on though nobody waits for them. */
	running: number;
}

/** Whom a socket belongs to. */
interface SocketOwner {
	viewer: Viewer;
	address: string;
	/** When the session ends, in epoch milliseconds. */
	expiresAt?: number;
}
