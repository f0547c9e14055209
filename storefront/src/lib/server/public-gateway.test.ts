import { describe, expect, it } from 'vitest';
import { publicGatewayUrl } from './public-gateway.ts';
import { gatewayDirectives } from './security-headers.ts';

describe('the gateway as a browser reaches it', () => {
	it('has the name the page was opened by on this machine', () => {
		const url = publicGatewayUrl('http://localhost:4000', new URL('http://127.0.0.1:3000/cart'));
		expect(url).toBe('http://127.0.0.1:4000');
	});

	it('is as configured for a real host', () => {
		const url = publicGatewayUrl('https://api.example.com', new URL('https://shop.example.com/'));
		expect(url).toBe('https://api.example.com');
	});

	it('keeps its own name for a page from elsewhere', () => {
		const url = publicGatewayUrl('http://localhost:4000', new URL('https://shop.example.com/'));
		expect(url).toBe('http://localhost:4000');
	});

	it('is allowed by the content security policy, its socket too', () => {
		const policy = gatewayDirectives(['https://api.example.com', 'https://api.example.com']);
		expect(policy).toContain("connect-src 'self' https://api.example.com wss://api.example.com;");
		expect(policy).toContain("img-src 'self' data: https://api.example.com;");
	});
});
