/** What the office files on FHIR servers of the hospital's. */
package org.yibaoban.his.fhir.tell;
