/** Domain to FHIR and back: eligibility, claim, settlement. Amounts stay exact; what cannot be read is refused. */
package org.yibaoban.fhir.mapping;
