package org.yibaoban.his.fhir.write;

import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/**
 * One resource to write: the body of a create or update, or an entry of a bundle.
 *
 * @param path FHIRPath of the resource in what was sent, such as {@code Bundle.entry[2].resource}
 * @param update whether it is a PUT, a POST otherwise
 * @param target row id that the address of a PUT names; empty for a conditional one
 * @param condition {@code If-None-Exist} of a POST, or the query of a conditional PUT
 * @param fullUrl by which other entries refer to it
 */
public record Item(
        Resource resource,
        String path,
        boolean update,
        Optional<String> target,
        Optional<String> condition,
        Optional<String> fullUrl) {

    String at(String element) {
        return path + "." + element;
    }
}
