/** What a HIS reads of the office by query, whatever the format: pages of views, each made by a fixed number of queries. */
package org.yibaoban.office.facade;
