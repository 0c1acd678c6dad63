package zzglob

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// GlobOption changes how files are looked for.
type GlobOption func(*walk)

// WalkIntermediateDirs says whether directories that are only passed through are reported too.
func WalkIntermediateDirs(enable bool) GlobOption {
	return func(w *walk) { w.intermediate = enable }
}

// TraverseSymlinks says whether links to directories are followed; they are, unless told otherwise.
func TraverseSymlinks(enable bool) GlobOption {
	return func(w *walk) { w.symlinks = enable }
}

// Glob calls found for each file and directory that matches.
func (p *Pattern) Glob(found fs.WalkDirFunc, options ...GlobOption) error {
	return MultiGlob(context.Background(), []*Pattern{p}, found, options...)
}

// MultiGlob does the same for several patterns, one after another.
func MultiGlob(ctx context.Context, patterns []*Pattern, found fs.WalkDirFunc, options ...GlobOption) error {
	for _, pattern := range patterns {
		w := &walk{ctx: ctx, pattern: pattern, found: found, symlinks: true}
		for _, option := range options {
			option(w)
		}
		if err := w.start(); errors.Is(err, fs.SkipAll) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

type walk struct {
	ctx          context.Context
	pattern      *Pattern
	found        fs.WalkDirFunc
	intermediate bool
	symlinks     bool
	ancestors    []string
}

func (w *walk) start() error {
	root := w.pattern.root
	if w.pattern.isFixed {
		root = w.pattern.literal
	}
	onDisk := filepath.FromSlash(path.Clean("./" + root))
	if strings.HasPrefix(root, "/") {
		onDisk = filepath.FromSlash(path.Clean(root))
	}
	info, err := os.Lstat(onDisk)
	if err != nil {
		if w.pattern.isFixed || w.intermediate {
			return ignoreSkip(w.found(strings.TrimSuffix(root, "/"), nil, err))
		}
		return nil
	}
	return ignoreSkip(w.visit(root, fs.FileInfoToDirEntry(info)))
}

// visit reports one entry, and goes on below it. The name of a root directory ends with a slash or is empty.
func (w *walk) visit(name string, entry fs.DirEntry) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	isDirectory := w.isDirectory(name, entry)
	reported := strings.TrimSuffix(name, "/")
	if w.pattern.Match(name) || (w.intermediate && isDirectory) {
		if err := w.found(filepath.FromSlash(reported), entry, nil); err != nil {
			return err
		}
	}
	if !isDirectory || w.pattern.isFixed {
		return nil
	}
	return w.children(name, entry)
}

func (w *walk) children(name string, entry fs.DirEntry) error {
	directory := filepath.FromSlash(name)
	if name == "" {
		directory = "."
	}
	real, err := filepath.EvalSymlinks(directory)
	if err != nil {
		return w.found(directory, entry, err)
	}
	for _, ancestor := range w.ancestors {
		if ancestor == real {
			return nil
		}
	}
	entries, err := os.ReadDir(directory)
	if err != nil {
		return w.found(directory, entry, err)
	}
	w.ancestors = append(w.ancestors, real)
	defer func() { w.ancestors = w.ancestors[:len(w.ancestors)-1] }()
	prefix := name
	if prefix != "" && !strings.HasSuffix(prefix, "/") {
		prefix += "/"
	}
	for _, child := range entries {
		if err := w.visit(prefix+child.Name(), child); ignoreSkip(err) != nil {
			return err
		} else if errors.Is(err, fs.SkipDir) && !child.IsDir() {
			return nil
		}
	}
	return nil
}

func (w *walk) isDirectory(name string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.IsDir()
	}
	if !w.symlinks {
		return false
	}
	info, err := os.Stat(filepath.FromSlash(name))
	return err == nil && info.IsDir()
}

func ignoreSkip(err error) error {
	if errors.Is(err, fs.SkipDir) {
		return nil
	}
	return err
}
