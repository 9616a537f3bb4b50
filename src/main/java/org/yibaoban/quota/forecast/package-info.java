/** How a month is expected to end, by a named method and with its error on past months. */
package org.yibaoban.quota.forecast;
