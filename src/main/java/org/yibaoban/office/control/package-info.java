/** Use cases of internal control: accounts with their roles and passwords. */
package org.yibaoban.office.control;
