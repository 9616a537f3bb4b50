/** The FHIR R4 facade for the HIS: a HAPI plain server over the office's ports. What it does stands in docs/fhir.md. */
package org.yibaoban.his.fhir;
