/** Reading: views of the office as FHIR resources, searches as selections. */
package org.yibaoban.his.fhir.read;
