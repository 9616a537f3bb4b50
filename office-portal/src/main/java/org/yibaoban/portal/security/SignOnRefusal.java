package org.yibaoban.portal.security;

import java.io.Serializable;

/**
 * What the login page says once of a sign-on that led nowhere.
 *
 * @param text key of its text
 * @param incident by which the log's reason is found
 */
public record SignOnRefusal(String text, String incident) implements Serializable {}
