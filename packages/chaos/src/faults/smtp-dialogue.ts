const endOfMail = '\r\n.\r\n';
const recipient = /^RCPT TO:\s*<([^>]*)>/i;

/** Follows one SMTP connection, in which the sender waits for each answer, to know when a mail is accepted. */
export class SmtpDialogue {
	readonly #isBusyFor: (address: string) => boolean;
	#phase: 'commands' | 'data asked for' | 'mail' | 'mail sent' = 'commands';
	#text = '';
	#messageId = '';

	constructor(isBusyFor: (address: string) => boolean) {
		this.#isBusyFor = isBusyFor;
	}

	/** Whether a whole mail is with the server, which has not answered yet. */
	get awaitsAcceptance(): boolean {
		return this.#phase === 'mail sent';
	}

	/** What the sender said: what of it is passed on, and what is answered in the server's place. */
	said(data: Buffer): { pass: Buffer; reply?: string } {
		const text = data.toString('latin1');
		if (this.#phase === 'mail') {
			this.#readMail(text);
			return { pass: data };
		}
		const [, address] = recipient.exec(text) ?? [];
		if (address !== undefined && this.#isBusyFor(address)) {
			return { pass: Buffer.alloc(0), reply: '450 4.2.2 This mailbox is full, try again later\r\n' };
		}
		if (/^DATA\r\n/i.test(text)) this.#phase = 'data asked for';
		return { pass: data };
	}

	/** What the server answered. @returns the Message-ID when that was the acceptance of a mail */
	answered(text: string): string | undefined {
		if (this.#phase === 'data asked for') {
			this.#phase = text.startsWith('354') ? 'mail' : 'commands';
			this.#text = '';
			this.#messageId = '';
			return undefined;
		}
		if (this.#phase !== 'mail sent') return undefined;
		this.#phase = 'commands';
		return text.startsWith('250') ? this.#messageId : undefined;
	}

	#readMail(text: string): void {
		this.#text += text;
		this.#messageId ||= /^Message-ID:\s*(<[^>]+>)/im.exec(this.#text)?.[1] ?? '';
		if (this.#text.endsWith(endOfMail)) this.#phase = 'mail sent';
		// Only the header is looked into, and the end.
		else if (this.#messageId) this.#text = this.#text.slice(-endOfMail.length);
	}
}
