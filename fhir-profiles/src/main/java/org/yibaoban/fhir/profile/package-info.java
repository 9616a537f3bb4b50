/** Profiles, code systems and value sets (JSON files beside this package), and the means to read and check FHIR R4. */
package org.yibaoban.fhir.profile;
