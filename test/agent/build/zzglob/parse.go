// Package zzglob stands in for drjosh.dev/zzglob where the module proxy does not serve it. It is our own
// implementation of the part of the package's interface that the agent uses, written from the description of the glob
// language in our facts (docs/spec/upload.md §5), not from the package's code.
package zzglob

import (
	"fmt"
	"os"
	"regexp"
	"strings"
)

// Pattern is a parsed glob.
type Pattern struct {
	// The fixed directory from which a walk starts, and the whole fixed path where nothing varies.
	root    string
	literal string
	isFixed bool
	matcher *regexp.Regexp
}

// ParseOption changes how a pattern is read.
type ParseOption func(*parser)

// ExpandTilde says whether a leading `~/` is the home directory; it is, unless told otherwise.
func ExpandTilde(enable bool) ParseOption {
	return func(p *parser) { p.expandTilde = enable }
}

type parser struct {
	rest        []rune
	expandTilde bool
	// What has been read as fixed text, until something varies.
	fixed   strings.Builder
	varies  bool
	segment bool // at the start of a path segment
}

// Parse reads a glob; an unterminated `{` or `[` is an error.
func Parse(pattern string, options ...ParseOption) (*Pattern, error) {
	p := &parser{expandTilde: true, segment: true}
	for _, option := range options {
		option(p)
	}
	home := ""
	if p.expandTilde && strings.HasPrefix(pattern, "~/") {
		directory, err := os.UserHomeDir()
		if err != nil {
			return nil, err
		}
		home, pattern = directory, pattern[1:]
	}
	p.rest = []rune(pattern)
	p.fixed.WriteString(home)
	expression, err := p.sequence(false)
	if err != nil {
		return nil, fmt.Errorf("%w in glob %q", err, pattern)
	}
	matcher, err := regexp.Compile(`(?s)\A(?:` + regexp.QuoteMeta(home) + expression + `)\z`)
	if err != nil {
		return nil, err
	}
	literal := p.fixed.String()
	root := literal[:strings.LastIndexByte(literal, '/')+1]
	return &Pattern{root: root, literal: literal, isFixed: !p.varies, matcher: matcher}, nil
}

// Match says whether the whole path matches.
func (p *Pattern) Match(path string) bool {
	return p.matcher.MatchString(path)
}

// sequence reads up to the end, or to the `,` or `}` that ends an alternative.
func (p *parser) sequence(inBraces bool) (string, error) {
	var out strings.Builder
	for len(p.rest) > 0 {
		c := p.rest[0]
		if inBraces && (c == ',' || c == '}') {
			break
		}
		p.rest = p.rest[1:]
		expression, err := p.token(c)
		if err != nil {
			return "", err
		}
		out.WriteString(expression)
	}
	return out.String(), nil
}

func (p *parser) token(c rune) (string, error) {
	switch c {
	case '*':
		return p.star(), nil
	case '?':
		p.vary()
		return `[^/]`, nil
	case '{':
		p.vary()
		return p.alternatives()
	case '[':
		p.vary()
		return p.class()
	case '\\':
		if len(p.rest) > 0 {
			c, p.rest = p.rest[0], p.rest[1:]
		}
	}
	if !p.varies {
		p.fixed.WriteRune(c)
	}
	p.segment = c == '/'
	return regexp.QuoteMeta(string(c)), nil
}

func (p *parser) star() string {
	atSegment := p.segment
	p.vary()
	if len(p.rest) == 0 || p.rest[0] != '*' {
		return `[^/]*`
	}
	p.rest = p.rest[1:]
	// A whole segment of `**/` also matches no directory at all.
	if atSegment && len(p.rest) > 0 && p.rest[0] == '/' {
		p.rest = p.rest[1:]
		p.segment = true
		return `(?:.*/)?`
	}
	return `.*`
}

func (p *parser) alternatives() (string, error) {
	var branches []string
	atSegment := p.segment
	for {
		p.segment = atSegment
		branch, err := p.sequence(true)
		if err != nil {
			return "", err
		}
		branches = append(branches, branch)
		if len(p.rest) == 0 {
			return "", fmt.Errorf("unterminated {")
		}
		c := p.rest[0]
		p.rest = p.rest[1:]
		if c == '}' {
			p.segment = false
			return `(?:` + strings.Join(branches, `|`) + `)`, nil
		}
	}
}

// class reads one of, or none of, the characters up to `]`: no ranges, and `!` is nothing special.
func (p *parser) class() (string, error) {
	negated := len(p.rest) > 0 && p.rest[0] == '^'
	if negated {
		p.rest = p.rest[1:]
	}
	var members strings.Builder
	for len(p.rest) > 0 {
		c := p.rest[0]
		p.rest = p.rest[1:]
		if c == ']' {
			return classExpression(members.String(), negated), nil
		}
		if c == '\\' && len(p.rest) > 0 {
			c, p.rest = p.rest[0], p.rest[1:]
		}
		fmt.Fprintf(&members, `\x{%x}`, c)
	}
	return "", fmt.Errorf("unterminated [")
}

func classExpression(members string, negated bool) string {
	switch {
	case negated:
		return `[^/` + members + `]`
	case members == "":
		return `[^\x{0}-\x{10ffff}]`
	default:
		return `[` + members + `]`
	}
}

func (p *parser) vary() {
	p.varies = true
	p.segment = false
}
