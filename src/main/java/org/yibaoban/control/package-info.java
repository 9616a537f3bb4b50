/** Internal control: roles and what they include, which of them one person may not hold together, passwords. Pure. */
package org.yibaoban.control;
