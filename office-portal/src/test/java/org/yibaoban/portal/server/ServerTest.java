package org.yibaoban.portal.server;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;

/** Base of the tests that speak to the running server from outside. The server is started once for all of them. */
@ArquillianTest
@RunAsClient
public abstract class ServerTest {}
