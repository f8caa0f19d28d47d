import type { FastifyReply, FastifyRequest } from 'fastify';
import { QorganError } from '../domain/errors/catalogue.ts';
import type { Access } from '../service/access/access.ts';
import { authorise } from '../service/access/authorise.ts';
import { clearedCookies, sessionCookieName } from '../service/access/session-cookies.ts';
import { type Visitor, visitorOf } from '../service/access/visitor.ts';
import { orThrow } from '../service/or-throw.ts';
import type { Route, SessionNeed } from './route.ts';

/** Who comes, and whether they may use the route; before anything of the body is read. Throws what access refuses with. */
export async function checkAccess(
  access: Access,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visitor> {
  const { secure } = request;
  const visitor = orThrow(
    await visitorOf(access, {
      method: request.method,
      address: request.ip,
      secure,
      cookies: request.cookies,
      headers: request.headers,
    }),
  );
  const isDead = visitor.session === undefined && request.cookies[sessionCookieName(secure)];
  if (isDead)
    for (const { name, value, options } of clearedCookies(secure))
      reply.setCookie(name, value, options);
  if (route.access.session) mustHaveSession(visitor, route.access.session);
  else orThrow(authorise(visitor, route.access));
  return visitor;
}

/** Pages about oneself are for whoever has signed in, whatever their roles; some while the second factor is still owed. */
function mustHaveSession({ session }: Visitor, need: SessionNeed): void {
  if (session === undefined) throw new QorganError('QRG_SIGN_IN_REQUIRED');
  if (need === 'full' && session.level !== 'full')
    throw new QorganError('QRG_SECOND_FACTOR_NEEDED');
}
