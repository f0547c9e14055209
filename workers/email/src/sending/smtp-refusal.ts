import { oneLine } from '../mail/one-line.ts';

/** What nodemailer tells of a mail that was not taken. */
export interface SmtpError extends Error {
	code?: string;
	/** What the server answered to: `RCPT TO`, `DATA`, `AUTH PLAIN`, … */
	command?: string;
	/** SMTP's reply code. */
	responseCode?: number;
	response?: string;
}

// Said to a recipient's address, but about whom we are: bad sender (5.1.7, 5.1.8), not allowed to relay, not logged in,
// a sender who failed the checks of its domain (RFC 3463, 7372).
const aboutUs = /\b5\.(?:1\.[78]|7\.(?:0|8|9|11|2[0-9]))\b|relay|authenticat/i;

/** The server's reason, when it will never take this mail to its recipient: the mail itself is at fault. */
export function finalRefusal({
	command,
	responseCode = 0,
	response,
	message,
}: SmtpError): string | undefined {
	const said = response ?? message;
	const isAboutMail = command === 'RCPT TO' || command === 'DATA';
	// Below 550 it is about commands and sessions.
	return responseCode >= 550 && isAboutMail && !aboutUs.test(said) ? oneLine(said) : undefined;
}

/** The server's reason, when it will take no mail of ours before somebody mends a setting. */
export function refusalOfShop(error: SmtpError): string | undefined {
	const { code, responseCode = 0, response, message } = error;
	if (finalRefusal(error) !== undefined) return undefined;
	return responseCode >= 500 || code === 'EAUTH' ? oneLine(response ?? message) : undefined;
}
