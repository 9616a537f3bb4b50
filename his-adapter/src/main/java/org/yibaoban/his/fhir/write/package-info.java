/** Writing: FHIR resources as the commands that HL7 v2 messages become, too. */
package org.yibaoban.his.fhir.write;
