package io.lambdamaven.plugin.mojo;

import io.lambdamaven.plugin.report.Place;
import io.lambdamaven.plugin.report.Problem;
import io.lambdamaven.plugin.report.UserFault;
import java.io.File;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A file with the plugin's {@code <configuration>} element as a pom holds it: the stages of a jar that is deployed where
 * there is no project.
 */
final class SettingsFile {
    private static final String ROOT = "configuration";

    private SettingsFile() {}

    static PlexusConfiguration read(File file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // What is wrong is told by the exception alone.
            builder.setErrorHandler(null);
            Element root = builder.parse(file).getDocumentElement();
            if (!ROOT.equals(root.getTagName())) {
                throw fault(file, "Its outermost element is <" + root.getTagName() + ">.", new SAXException("no root"));
            }
            return configuration(root);
        } catch (IOException | SAXException e) {
            throw fault(file, "It cannot be read (" + e.getMessage() + ").", e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser lacks a feature", e);
        }
    }

    private static PlexusConfiguration configuration(Element element) {
        DefaultPlexusConfiguration configuration = new DefaultPlexusConfiguration(element.getTagName());
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                configuration.addChild(configuration(inner));
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getTextContent());
            }
        }
        configuration.setValue(text.toString().strip());
        return configuration;
    }

    private static UserFault fault(File file, String summary, Exception cause) {
        return new UserFault(
                Problem.LM512,
                Place.of(file.toString()),
                summary,
                "Name in -Dlambda.settings an XML file with the plugin's <configuration> element, as a pom holds it.",
                cause);
    }
}
