/** The office's line to a payer that speaks FHIR R4. */
package org.yibaoban.fhir.client;
