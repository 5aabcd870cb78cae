<?php
/**
 * Plugin Name: Program locator
 * Description: Shows the treatment program finder where a page says [program_locator].
 * Version: 1.0.0
 * Requires at least: 6.5
 * Requires PHP: 8.0
 * License: Apache-2.0
 */

// Only WordPress runs this file.
if (!defined('ABSPATH')) {
    exit;
}

// The locator's address, without a closing slash. It is not an attribute of the shortcode on purpose: whoever may
// write a page could otherwise load a script from anywhere.
const PROGRAM_LOCATOR_SITE = 'https://find.example.org';

// Attributes of the element that a shortcode may set. "api" is left out for the same reason.
const PROGRAM_LOCATOR_ATTRIBUTES = array(
    'level',
    'within',
    'payer',
    'organization',
    'in',
    'near',
    'lang',
    'theme',
    'units',
    'phone',
    'benefits',
    'report',
    'history',
    'search',
);

function program_locator_shortcode($given)
{
    $given = is_array($given) ? $given : array();
    // [program_locator history] arrives as a value without a name.
    if (in_array('history', $given, true)) {
        $given['history'] = 'on';
    }
    $attributes = '';
    foreach (PROGRAM_LOCATOR_ATTRIBUTES as $name) {
        if (!isset($given[$name]) || !is_string($given[$name]) || $given[$name] === '') {
            continue;
        }
        // Shortcodes keep their entities: decoded once, escaped once.
        $value = html_entity_decode($given[$name], ENT_QUOTES | ENT_HTML5, 'UTF-8');
        if ($name === 'history') {
            $attributes .= in_array(strtolower($value), array('off', 'no', 'false', '0'), true) ? '' : ' history';
            continue;
        }
        $attributes .= ' ' . $name . '="' . esc_attr($value) . '"';
    }
    wp_enqueue_script_module('program-locator', esc_url_raw(PROGRAM_LOCATOR_SITE . '/locator.js'), array(), null);
    return '<program-locator' . $attributes . '>'
        . '<a href="' . esc_url(PROGRAM_LOCATOR_SITE . '/') . '">' . esc_html('Find a treatment program') . '</a> '
        . esc_html('In crisis? Call or text 988.')
        . '</program-locator>';
}

add_action('init', static function () {
    add_shortcode('program_locator', 'program_locator_shortcode');
});
